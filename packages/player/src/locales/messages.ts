/** The player's own words. `{name}` is filled in. */
export interface PlayerMessages {
  readonly play: string;
  readonly playFrom: string;
  readonly loading: string;
  readonly previousSpeaker: string;
  readonly nextSpeaker: string;
  readonly speed: string;
  readonly copyMoment: string;
  readonly copied: string;
  readonly timeline: string;
  readonly timeSpeaker: string;
  readonly nowHearing: string;
  readonly failed: string;
  readonly retry: string;
  readonly readyIn: string;
  readonly lessThanAMinute: string;
}
