export { listeningWords, offlineTitle } from './listening-words.ts';
export { SaveBox, type SavableChannel } from './save-box.tsx';
export { workerRoute } from './worker.routes.ts';
