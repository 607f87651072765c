export { FOLDER_FILE, FOLDER_SCHEMA, WORDS_KINDS } from './folder.domain.ts';
export type {
  ChannelSource, FolderAgendaItem, FolderBody, FolderCategory, FolderChannel, FolderDocument, FolderIntervention,
  FolderPart, FolderRecording, FolderTopic, FolderWords, MeetingFolder, PictureSource,
} from './folder.domain.ts';
