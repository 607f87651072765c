export { readConfig, type Config } from './config.ts';
export { nearest } from './nearest.ts';
export { SETTINGS, type Setting, type SettingName } from './settings.ts';
