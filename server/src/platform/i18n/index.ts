export { formatBytes, formatClock, formatDate, zoneName, formatDuration, type DateStyle } from './format.ts';
export { baseOf, dirOf, isUiLanguage, negotiate, UI_LANGUAGES, type Direction, type UiLanguage } from './languages.ts';
export { pick, type LocalizedText, type PickedText } from './localized.ts';
export { endonym, languageName } from './names.ts';
export { remembered } from './remembered.ts';
export { threeLetters } from './three-letters.ts';
