export { baseOf, dirOf, isUiLanguage, negotiate, UI_LANGUAGES, type Direction, type UiLanguage } from './languages.ts';
export { pick, type LocalizedText, type PickedText } from './localized.ts';
