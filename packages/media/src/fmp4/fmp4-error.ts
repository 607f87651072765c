/** Why a file can't be indexed. A cut-off last fragment is no error: see `FragmentIndex.truncated`. */
export type Fmp4ErrorCode = 'not_mp4' | 'no_moov' | 'not_fragmented' | 'not_one_track' | 'broken_box';

/** Thrown where the bytes aren't a fragmented MP4 of one track; the message is one sentence for people. */
export class Fmp4Error extends Error {
  override readonly name = 'Fmp4Error';
  readonly code: Fmp4ErrorCode;

  constructor(code: Fmp4ErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
