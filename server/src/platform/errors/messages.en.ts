import type { ErrorCode } from './errors.ts';

/** `says`: what is wrong, and where. `remedy`: what to do about it. */
export type ErrorMessage = { readonly says: string; readonly remedy: string };

/**
 * The English words of every error. `{name}` is filled from the error's details; a part in square
 * brackets is left out when one of its names has no value. One clear sentence each.
 */
export const MESSAGES_EN = {
  already_running: { says: 'Another Openfloor[ (process {pid})] is already using this data folder.', remedy: 'Stop it first, or set OPENFLOOR_DATA to another folder.' },
  backup_invalid: { says: 'The backup {file} cannot be restored: {problem}.', remedy: 'Nothing was changed. Use another backup, or copy this one again from where it was kept.' },
  bad_request: { says: 'The request cannot be understood: {problem}.', remedy: 'Correct the request and send it again.' },
  config_invalid: { says: 'The settings are not right: {problems}', remedy: 'Correct them in the environment and start again; docs/operate/settings.md lists every setting.' },
  database_away: { says: 'The database does not answer.', remedy: 'Work goes on by itself when it is back; if DATABASE_URL is set, check that this server is running.' },
  database_failed: { says: 'The built-in database cannot start: {problem}.', remedy: 'Read {log} for the details.' },
  disk_full: { says: 'The disk is full[: {needed} more are needed, {free} are free][ at {path}].', remedy: 'Free some space; work goes on by itself afterwards.' },
  download_too_large: { says: 'This file would be {gigabytes} GB large: more than the space that is set aside for files made on demand.', remedy: 'Take one language or a smaller picture; the operator can raise OPENFLOOR_DOWNLOADS_GB.' },
  ffmpeg_missing: { says: 'The program {tool} (version 5.1 or newer) is not there[: {problem}].', remedy: 'Install ffmpeg 5.1 or newer (Debian: apt-get install ffmpeg), or set FFMPEG_PATH and FFPROBE_PATH.' },
  file_missing: { says: 'The file {file} does not exist[; did you mean {meant}?].', remedy: 'Check the name, or put the file there.' },
  folder_invalid: { says: 'The meeting folder is not right: {file}: {problem}.', remedy: 'Correct it and publish again.' },
  forbidden: { says: 'You are not allowed to do this; it needs the permission {permission}.', remedy: 'Ask an administrator for the permission.' },
  internal_error: { says: 'Something went wrong inside Openfloor.', remedy: 'Try again; if it happens again, look into the log of the server.' },
  job_timed_out: { says: 'The job {job} took longer than {seconds} seconds and was ended.', remedy: 'It is tried again by itself; if it goes on failing, the machine may be too slow or too busy.' },
  media_encrypted: { says: 'The file {file} is encrypted[ ({kind} track {track})].', remedy: 'Export it again without encryption (DRM) and publish that file.' },
  media_failed: { says: 'Working on the media failed[ for {file}]: {why}.', remedy: 'The last lines of the log say more[: {log}].' },
  media_no_audio: { says: 'The recording[ {file}] has no sound.', remedy: 'Publish a file with at least one audio track.' },
  media_picture_size: { says: 'Picture track {track} of {file} is {width} x {height} pixels large; the largest that is taken is 7680 x 4320.', remedy: 'Export the file again with a smaller picture, such as 1920 x 1080.' },
  media_side_missing: { says: 'Audio track {track} of {file} has {width} audio channels, so there is no {side} in it.', remedy: 'Name a side or channel that the track has; channels are counted from 0.' },
  media_too_long: { says: 'The file {file} says that it lasts {hours} hours; the limit is {limit} hours.', remedy: 'If that is right, raise OPENFLOOR_MEDIA_HOURS; if not, export the file again.' },
  media_too_many_tracks: { says: 'The file {file} has {count} audio tracks; a meeting has at most {limit} channels.', remedy: 'Choose the tracks to publish with --channels, with a - for each one to leave out.' },
  media_track_broken: { says: 'The {kind} track {track} of {file} cannot be played: {reason}.', remedy: 'Export the file again, or leave this track out: with a - in its place in --channels, or without it in meeting.yaml. Tracks are counted from 0.' },
  media_track_missing: { says: 'The file {file} has no {kind} track {track}.', remedy: 'Name a track that is there; tracks are counted from 0.' },
  media_track_unclear: { says: 'The file {file} has {count} {kind} tracks, and it is not said which one to use for {channel}.', remedy: 'Give the track in meeting.yaml; tracks are counted from 0.' },
  media_truncated: { says: 'The file {file} is cut off: {says}.', remedy: 'Copy it again from where it was recorded. If this is all there is, open it in an editor and export what is there.' },
  media_unreadable: { says: 'The file {file} cannot be read as a recording: {reason}.', remedy: 'Give the recording itself: check that it plays in a media player, and export or copy it again.' },
  meeting_bad_transition: { says: 'A meeting that is {state} cannot take the step {step}.', remedy: 'Look at the present state of the meeting and choose a step that fits.' },
  meeting_has_recording: { says: 'The meeting {slug} already has a recording.', remedy: 'To put this one in its place, publish with --replace.' },
  meeting_not_found: { says: 'There is no meeting[ {id}].', remedy: 'Check the address or the id of the meeting.' },
  meeting_withdrawn: { says: 'The meeting {id} has been withdrawn by its publisher.', remedy: 'Ask the publisher; the address stays reserved for this meeting.' },
  name_taken: { says: 'The name[ {name}] is already in use.', remedy: 'Choose another name.' },
  not_empty: { says: '{what} is not empty.', remedy: 'Choose an empty one; nothing was changed.' },
  not_found: { says: 'There is no {what}[ {id}].', remedy: 'Check the address or the id.' },
  path_outside_folder: { says: 'The path {path} leads out of the meeting folder.', remedy: 'Name only files inside the folder.' },
  recognition_failed: { says: 'Speech recognition failed: {why}.', remedy: 'It is tried again by itself, from where it was. If it goes on failing: openfloor doctor says whether the model is complete[; the engine said: {log}].' },
  recognition_language: { says: 'The channel {channel} can’t be recognised: {problem}.', remedy: '{remedy}.' },
  recognition_unavailable: { says: 'Speech recognition is not available: {problem}.', remedy: 'How to set it up is in docs/operate/recognition.md; everything else works without it.' },
  recording_bad_transition: { says: 'A recording that is {state} cannot take the step {step}.', remedy: 'Look at the present state of the recording and choose a step that fits.' },
  recording_not_found: { says: 'There is no recording[ {id}].', remedy: 'Check the id of the recording.' },
  source_gone: { says: 'The source file {file} is no longer where it was ({path}).', remedy: 'Put it back there, or publish the recording again.' },
  stale_write: { says: 'Somebody else has changed {what} in the meantime.', remedy: 'Load it again and repeat your change.' },
  text_corrected: { says: 'The {kind} of the channel {channel} has been corrected by people, so nothing is written in its place.', remedy: 'Keep it as it is; or remove it first, if it is to be made anew.' },
  text_language: { says: 'There is no reference voice that reads {language}, so a text in it cannot be laid along the sound.', remedy: 'Check the language of the text; captions and transcripts that have times are taken in any language.' },
  too_many_requests: { says: 'Too many requests came from this address.', remedy: 'Ask again in {seconds} seconds, and more slowly; the operator can raise OPENFLOOR_RATE_LIMIT.' },
  validation_failed: { says: 'Some of what was sent is not right: {problems}', remedy: 'Correct these points and send it again.' },
} as const satisfies Readonly<Record<ErrorCode, ErrorMessage>>;
