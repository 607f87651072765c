export default {
  quote: { start: 'Quote', one: '{n} sentence chosen', more: '{n} sentences chosen', open: 'Make a clip', stop: 'Cancel', hint: 'Press the first sentence and then the last, or go through them with the arrow keys and hold Shift for several.', moment: 'A clip from here' },
  title: 'Clip',
  said: 'What was said',
  also: 'The same in {language}',
  nothing: 'Nothing is written down of this stretch in this channel.',
  toMeeting: 'Go on in the meeting from here',
  state: {
    moved: 'The recording has been changed since; the words were found at their new place.',
    changed: 'The text was corrected since this was cited. This is how it stands now.',
    gone: 'These words are not in the text any more. This is how they were cited.',
    cut: 'This part of the recording is not public any more.',
  },
  cited: 'As it was cited',
  keep: { title: 'Permanent address', text: 'So far this is only a stretch of the meeting. With a permanent address it can be cited: it will lead to these words even when the recording is cut or the text corrected.', go: 'Make a permanent address' },
  range: { title: 'Other beginning or end', from: 'From', to: 'To', hint: 'Such as 12:30 or 1:02:03. The clip is widened to whole sentences and is ten minutes long at most.', go: 'Show this stretch' },
  share: { address: 'Permanent address', embed: 'For a page of your own' },
  files: {
    title: 'Take it away', channel: 'Language that is heard', form: 'As', video: 'Video', sound: 'Sound alone', captions: 'Captions', captionsHint: 'Up to two languages.',
    how: 'Where', beside: 'Beside, to be switched on and off', burnt: 'In the picture', go: 'Prepare the file', texts: 'As text', reference: 'The words with the reference',
  },
  making: { title: 'The file is being made', text: 'Captions in the picture take about as long as the clip is. This page goes on by itself.', done: '{percent} % done', ready: 'The file is ready', save: 'Save the file', failed: 'The file could not be made', failedText: 'Try it again in a minute, or take the captions beside the picture.', back: 'Back to the clip' },
};
