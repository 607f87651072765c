export { storyboardVtt, type StoryboardPart } from './storyboard-vtt.ts';
