export { floorText, type WordedChannel } from './floor-text.ts';
export type { ListedTurn } from './floor-turns.ts';
export { floorTimeOf, lagAt, type LagBasis, type LagCurve, type LagPoint } from './lag-curve.ts';
export { measureLag, type HeardChannel, type LagQuestion } from './measure-lag.ts';
