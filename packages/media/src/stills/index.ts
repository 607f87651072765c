export { stillAt, storyboardVtt, type Storyboard } from './storyboard.ts';
