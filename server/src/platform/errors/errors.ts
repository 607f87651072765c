/** What a queue does with a job that failed by this error: `never` = trying again can't mend it; `wait` = try again until it is mended, at no cost in attempts. */
export type Retry = 'never' | 'wait';

type ErrorEntry = { readonly status: number; readonly report?: boolean; readonly retry?: Retry };

/**
 * Every error people or programs may meet. `status` is the HTTP status, `report` marks what the
 * operator must hear of (logged as an error). One line each, alphabetical; its words are in
 * `messages.en.ts`. A retired code is never used again.
 */
export const ERRORS = {
  already_running: { status: 409, retry: 'never' },
  archive_broke_off: { status: 502 },
  archive_there: { status: 409, retry: 'never' },
  backup_invalid: { status: 422, retry: 'never' },
  bad_request: { status: 400, retry: 'never' },
  clip_range: { status: 422, retry: 'never' },
  clips_busy: { status: 503, retry: 'wait' },
  config_invalid: { status: 500, retry: 'never' },
  correction_invalid: { status: 422, retry: 'never' },
  database_away: { status: 503, retry: 'wait' },
  database_failed: { status: 500, report: true },
  disk_full: { status: 507, report: true, retry: 'wait' },
  download_too_large: { status: 507, report: true, retry: 'never' },
  ffmpeg_missing: { status: 503, report: true, retry: 'wait' },
  file_missing: { status: 422, retry: 'never' },
  folder_invalid: { status: 422, retry: 'never' },
  forbidden: { status: 403, retry: 'never' },
  internal_error: { status: 500, report: true },
  job_timed_out: { status: 500, report: true },
  mail_away: { status: 503, report: true },
  mail_refused: { status: 502, retry: 'never' },
  media_encrypted: { status: 422, retry: 'never' },
  media_failed: { status: 502, report: true },
  media_no_audio: { status: 422, retry: 'never' },
  media_picture_size: { status: 422, retry: 'never' },
  media_side_missing: { status: 422, retry: 'never' },
  media_too_long: { status: 422, retry: 'never' },
  media_too_many_tracks: { status: 422, retry: 'never' },
  media_track_broken: { status: 422, retry: 'never' },
  media_track_missing: { status: 422, retry: 'never' },
  media_track_unclear: { status: 422, retry: 'never' },
  media_truncated: { status: 422, retry: 'never' },
  media_unreadable: { status: 422, retry: 'never' },
  meeting_bad_transition: { status: 409, retry: 'never' },
  meeting_has_recording: { status: 409, retry: 'never' },
  meeting_not_found: { status: 404, retry: 'never' },
  meeting_withdrawn: { status: 410, retry: 'never' },
  name_taken: { status: 409, retry: 'never' },
  not_empty: { status: 409, retry: 'never' },
  not_found: { status: 404, retry: 'never' },
  path_outside_folder: { status: 422, retry: 'never' },
  recognition_failed: { status: 502, report: true },
  recognition_language: { status: 422, retry: 'never' },
  recognition_unavailable: { status: 503, retry: 'never' },
  recording_bad_transition: { status: 409, retry: 'never' },
  recording_not_found: { status: 404, retry: 'never' },
  search_away: { status: 503, report: true, retry: 'wait' },
  sound_not_ready: { status: 409, retry: 'wait' },
  source_gone: { status: 410, retry: 'never' },
  stale_write: { status: 409 },
  text_changed: { status: 409 },
  text_corrected: { status: 409, retry: 'never' },
  text_final: { status: 409, retry: 'never' },
  text_language: { status: 422, retry: 'never' },
  text_not_heard: { status: 422, retry: 'never' },
  token_unknown: { status: 401, retry: 'never' },
  too_many_requests: { status: 429, retry: 'never' },
  undo_in_the_way: { status: 409, retry: 'never' },
  validation_failed: { status: 422, retry: 'never' },
  version_differs: { status: 412 },
  vocabulary_invalid: { status: 422, retry: 'never' },
} as const satisfies Readonly<Record<string, ErrorEntry>>;

export type ErrorCode = keyof typeof ERRORS;

/** The row of the table for one code, with the optional columns readable. */
export const errorEntry = (code: ErrorCode): ErrorEntry => ERRORS[code];
