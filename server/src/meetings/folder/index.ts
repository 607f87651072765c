export { FOLDER_FILE, FOLDER_SCHEMA, WORDS_KINDS } from './folder.domain.ts';
export type {
  ChannelSource, FolderAgendaItem, FolderBody, FolderCategory, FolderChannel, FolderDocument, FolderIntervention,
  FolderPart, FolderRecording, FolderTopic, FolderWords, MeetingFolder, PictureSource,
} from './folder.domain.ts';
export { readMeetingFolder } from './folder.reader.ts';
export { meetingJsonSchema } from './meeting.schema.ts';
export { parseMeetingYaml, type ParsedFolder } from './parse.schema.ts';
export { placeName, type Problem } from './problems.domain.ts';
export { beyondDuration } from './rules.domain.ts';
export { singleFileFolder, type SingleFile, type SingleFileTracks } from './single-file.domain.ts';
export { writeMeetingYaml } from './writer.ts';
