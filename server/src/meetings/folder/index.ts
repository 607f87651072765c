export { FOLDER_FILE } from './folder.domain.ts';
export type {
  ChannelSource, FolderAgendaItem, FolderBody, FolderCategory, FolderChannel, FolderDocument, FolderIntervention,
  FolderPart, FolderRecording, FolderTopic, FolderWords, MeetingFolder, PictureSource,
} from './folder.domain.ts';
export { readMeetingFolder } from './folder.reader.ts';
export { parseMeetingYaml } from './parse.schema.ts';
export { requireWithinDuration } from './rules.domain.ts';
export { singleFileFolder, type SingleFile, type SingleFileTracks } from './single-file.domain.ts';
export { writeMeetingYaml } from './writer.ts';
