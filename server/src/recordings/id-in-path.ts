import { AppError } from '#platform/errors/index.ts';

/** An id as it stands in the address of a file; throws `not_found` for anything else, before it becomes part of a path. */
function idOf(what: 'meeting' | 'recording', id: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new AppError('not_found', { what, id });
  return id;
}

export const meetingId = (id: string): string => idOf('meeting', id);
export const recordingId = (id: string): string => idOf('recording', id);
