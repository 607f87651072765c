// Made from the description of the API: npm run docs. Changes by hand are lost.

/** The named things of the API. */
export interface components {
  schemas: {
    AgendaItem: {
      id: string;
      title: components["schemas"]["LocalizedText"];
      symbol: string | null;
      startMs: number | null;
      endMs: number | null;
    };
    /** A text that is laid along the sound of its channel. */
    Alignment: {
      id: string;
      /** Key of the channel. */
      channel: string;
      kind: "captions" | "transcript";
      /** BCP 47. */
      language: string;
      /** Name of the file that the text came from. */
      file: string;
      /** held: waits until the recording can be heard. */
      state: "waiting" | "running" | "retrying" | "held" | "failed" | "done" | "cancelled";
      /** How far it is. */
      done: number;
      /** Why it failed, or what it waits for. */
      problem: string | null;
    };
    ArchiveLine: {
      type: "archive";
      form: "openfloor/archive/1";
      origin: string;
    } | {
      id: string;
      /** The meeting’s address. It may change; the old one goes on leading here. */
      slug: string;
      state: components["schemas"]["MeetingState"];
      title: components["schemas"]["LocalizedText"];
      format: string;
      starts: string | null;
      ends: string | null;
      /** IANA name of the time zone in which the meeting is held. */
      timezone: string;
      symbol: string | null;
      durationMs: number | null;
      floorLanguages: string[];
      publishedAt: string | null;
      updatedAt: string;
      version: number;
      description: components["schemas"]["LocalizedText"];
      body: {
        slug: string;
        name: components["schemas"]["LocalizedText"];
        parents: components["schemas"]["BodyLink"][];
      } | null;
      series: {
        slug: string;
        title: components["schemas"]["LocalizedText"];
      } | null;
      categories: {
        path: string;
        name: components["schemas"]["LocalizedText"];
      }[];
      topics: {
        slug: string;
        label: components["schemas"]["LocalizedText"];
      }[];
      documents: components["schemas"]["Document"][];
      agenda: components["schemas"]["AgendaItem"][];
      interventions: components["schemas"]["Intervention"][];
      channels: components["schemas"]["Channel"][];
      rights: components["schemas"]["Rights"] | null;
      type: "meeting";
      media: components["schemas"]["MeetingMedia"] | null;
    } | {
      id: string;
      meetingId: string;
      /** `record` is the official record: edited, and translated where another language was spoken. */
      kind: "captions" | "transcript" | "record";
      /** Key of the channel. */
      channel: string;
      /** BCP 47 tag. */
      language: string;
      status: "machine" | "edited" | "final";
      provenance: {
        file: string;
        /** What was mended while the file was read. */
        damage: string[];
        /** What the file says without times. */
        untimed?: ({
          line: number | null;
          text: string;
          speaker: string | null;
        })[];
      } | {
        engine: string;
        model: string;
        /** How many names and terms the model was told to expect. */
        hints: number;
        /** What readers ought to know. */
        notes: string[];
      } | null;
      version: number;
      /** It was made for a recording of the channel that another has taken the place of: words and times may not fit. */
      formerSound: boolean;
      segments: ({
        /** Its number in the text; it stays whatever is corrected. */
        id: number;
        /** Milliseconds on the meeting’s timeline. */
        startMs: number;
        /** Milliseconds on the meeting’s timeline. */
        endMs: number;
        text: string;
        /** Where the words have times of their own. */
        words: ({
          /** Milliseconds on the meeting’s timeline. */
          startMs: number;
          /** Milliseconds on the meeting’s timeline. */
          endMs: number;
          text: string;
          confidence: number | null;
        })[] | null;
        /** As the source names the person. */
        speaker: string | null;
        /** Where it is not that of the text. */
        language: string | null;
        /** What people have set; it stays when a machine’s text comes in anew. */
        edited: ("text" | "times" | "speaker" | "language")[];
        /** How sure an aligner is that this is said at this time; null where nobody says. */
        confidence: number | null;
        /** It stands in the text and is not heard in the channel. */
        unspoken: boolean;
        /** Index in the turns of the record. */
        turn?: number | null;
        paragraph?: number | null;
        doubtful?: boolean | null;
        /** When the floor said it, where the lag of the channel is known. */
        floorMs?: number;
      })[];
      /** Where somebody speaks in the channel and the text has nothing, as an aligner has found it. */
      holes: {
        /** Milliseconds on the meeting’s timeline. */
        startMs: number;
        /** Milliseconds on the meeting’s timeline. */
        endMs: number;
      }[];
      record?: components["schemas"]["OfficialRecord"];
      type: "text";
    } | {
      /** Key of the channel. */
      channel: string;
      /** Whether words of the floor and of the channel helped; else it rests on pauses alone. */
      withWords: boolean;
      version: number;
      measuredAt: string;
      /** By time; between two points the lag changes evenly. */
      points: components["schemas"]["LagPoint"][];
      type: "lag";
      meetingId: string;
    } | {
      id: string;
      slug: string;
      state: "withdrawn" | "removed";
      updatedAt: string;
      type: "gone";
    } | {
      type: "cursor";
      cursor: string;
    } | {
      type: "end";
    };
    BestMatch: {
      /** Key of the channel. */
      channel: string;
      kind: "captions" | "transcript" | "record";
      /** BCP 47 tag. */
      language: string;
      /** The moment’s words; of a long one the part around the marks. */
      text: string;
      /** What was looked for, in UTF-16 units of the text. */
      marks: {
        from: number;
        to: number;
        /** Not the question’s own words, but what it names called otherwise. */
        named?: true;
      }[];
      /** Where to listen in this channel, on the meeting’s timeline. */
      at: number;
      /** By the question’s words, or by what it names. */
      by: "words" | "concept";
    };
    BodyLink: {
      slug: string;
      name: components["schemas"]["LocalizedText"];
    };
    /** Counts are of public meetings: of this very body, and with all below it. */
    BodyNode: {
      slug: string;
      name: components["schemas"]["LocalizedText"];
      meetings: number;
      total: number;
      children: components["schemas"]["BodyNode"][];
    };
    BroughtIn: {
      /** `record` is the official record: edited, and translated where another language was spoken. */
      kind: "captions" | "transcript" | "record";
      /** Key of the channel. */
      channel: string;
      /** BCP 47 tag. */
      language: string;
      file: string;
      /** What was mended or left while the file was read. */
      damage: string[];
      /** How many segments stay as people have set them. */
      kept: number;
      /** The meeting has this text as final, and the file says something else: nothing of it was taken. */
      final: boolean;
    };
    /** What of a channel is shown over the picture, one for each language. */
    CaptionTrack: {
      /** Key of the channel. */
      channel: string;
      /** BCP 47 tag. */
      language: string;
      /** `record` is the official record: edited, and translated where another language was spoken. */
      kind: "captions" | "transcript" | "record";
      status: "machine" | "edited" | "final";
      /** Its HLS playlist, a path on this server; the segments are WebVTT. */
      hls: string;
    };
    CategoryNode: {
      path: string;
      name: components["schemas"]["LocalizedText"];
      meetings: number;
      total: number;
      children: components["schemas"]["CategoryNode"][];
    };
    ChangesPage: {
      meetings: (components["schemas"]["Meeting"] | components["schemas"]["GoneMeeting"])[];
      /** Give it as cursor to go on. */
      next: string | null;
    };
    Channel: {
      id: string;
      /** Unique in the meeting and kept over corrections, such as fr. */
      key: string;
      role: components["schemas"]["ChannelRole"];
      /** BCP 47 tag. */
      language: string;
      label: components["schemas"]["LocalizedText"] | null;
      provenance: {
        method: "human" | "machine" | null;
        by: string | null;
        from: string | null;
        note: string | null;
      } | null;
      gaps: {
        /** Milliseconds on the meeting’s timeline. */
        startMs: number;
        /** Milliseconds on the meeting’s timeline. */
        endMs: number;
      }[];
    };
    ChannelFinding: {
      check: string;
      result: "ok" | "warning" | "fault" | "not-checkable";
      value: number | null;
      unit: string | null;
      other: string | null;
      note: string | null;
    };
    /** How far a channel is behind the floor, over the meeting. */
    ChannelLag: {
      /** Key of the channel. */
      channel: string;
      /** Whether words of the floor and of the channel helped; else it rests on pauses alone. */
      withWords: boolean;
      version: number;
      measuredAt: string;
      /** By time; between two points the lag changes evenly. */
      points: components["schemas"]["LagPoint"][];
    };
    ChannelRole: "floor" | "interpretation" | "relay" | "audio-description" | "machine-voice" | "sign-language";
    ChannelText: {
      id: string;
      meetingId: string;
      /** `record` is the official record: edited, and translated where another language was spoken. */
      kind: "captions" | "transcript" | "record";
      /** Key of the channel. */
      channel: string;
      /** BCP 47 tag. */
      language: string;
      status: "machine" | "edited" | "final";
      provenance: {
        file: string;
        /** What was mended while the file was read. */
        damage: string[];
        /** What the file says without times. */
        untimed?: ({
          line: number | null;
          text: string;
          speaker: string | null;
        })[];
      } | {
        engine: string;
        model: string;
        /** How many names and terms the model was told to expect. */
        hints: number;
        /** What readers ought to know. */
        notes: string[];
      } | null;
      version: number;
      /** It was made for a recording of the channel that another has taken the place of: words and times may not fit. */
      formerSound: boolean;
    };
    Clip: {
      id: string | null;
      /** Its permanent address; it opens in the language of whoever follows it. */
      page: string | null;
      meeting: {
        id: string;
        slug: string;
        title: components["schemas"]["LocalizedText"];
        body: {
          slug: string;
          name: components["schemas"]["LocalizedText"];
        } | null;
        starts: string | null;
        symbol: string | null;
      };
      channel: {
        key: string;
        role: string;
        /** BCP 47 tag. */
        language: string;
      };
      speaker: {
        slug: string;
        name: components["schemas"]["LocalizedText"];
        capacity: components["schemas"]["LocalizedText"] | null;
      } | null;
      /** As somebody chose it. */
      chosen: {
        /** Milliseconds on the meeting’s timeline. */
        startMs: number;
        /** Milliseconds on the meeting’s timeline. */
        endMs: number;
        createdAt: string | null;
      };
      /** What became of the words: as they were; as they were, at another time; said otherwise now; nowhere in the text. */
      state: "unchanged" | "moved" | "changed" | "gone";
      /** On the timeline of today; null when it was cut out of the recording. */
      startMs: number | null;
      endMs: number | null;
      /** The words as they were cited (a TextQuoteSelector of Web Annotation); null where nothing is written. */
      quote: {
        exact: string;
        prefix: string;
        suffix: string;
        kind: "captions" | "transcript" | "record";
        /** BCP 47 tag. */
        language: string;
      } | null;
      /** The words as they stand now. */
      text: string | null;
      textStatus: "machine" | "edited" | "final" | null;
      files: {
        /** A path on this server. */
        video: string;
        /** A path on this server. */
        sound: string;
        /** A path on this server. */
        citation: string;
        captions: {
          /** A path on this server. */
          vtt: string;
          /** A path on this server. */
          srt: string;
        } | null;
      } | null;
    };
    ClipFileState: {
      state: "ready" | "making" | "failed";
      done: number;
      /** Where the file is, once it is ready. */
      address: string | null;
      problem: string | null;
    };
    Correction: {
      do: "set";
      segment: number;
      text?: string;
      startMs?: number;
      endMs?: number;
      speaker?: string | null;
      language?: string | null;
    } | {
      do: "split";
      segment: number;
      /** Words of the segment behind which it is cut; so many that they are there once. */
      after: string;
      /** Left out: where the next word begins, else in proportion to the letters. */
      atMs?: number;
    } | {
      do: "join";
      /** Without others between them. */
      segments: number[];
    } | {
      do: "remove";
      segment: number;
    } | {
      do: "add";
      startMs: number;
      endMs: number;
      text: string;
      speaker?: string | null;
      language?: string | null;
    };
    CountedTopic: {
      slug: string;
      label: components["schemas"]["LocalizedText"];
      uri: string | null;
      moments: number;
      meetings: number;
    };
    Document: {
      symbol: string | null;
      title: components["schemas"]["LocalizedText"];
      url: string | null;
    };
    FoundBody: {
      slug: string;
      name: components["schemas"]["LocalizedText"];
    };
    /** A moment of about half a minute, within one intervention, in all languages at once. */
    FoundMoment: {
      meeting: {
        id: string;
        slug: string;
        title: components["schemas"]["LocalizedText"];
        body: components["schemas"]["FoundBody"] | null;
        starts: string | null;
        timezone: string;
        symbol: string | null;
      };
      /** At the floor. */
      start: number;
      /** Milliseconds on the meeting’s timeline. */
      end: number;
      speaker: components["schemas"]["FoundSpeaker"] | null;
      capacity: components["schemas"]["LocalizedText"] | null;
      agenda: components["schemas"]["LocalizedText"] | null;
      /** The language spoken at the floor. */
      spoken: string | null;
      topics: string[];
      /** The floor’s own words. */
      floor: components["schemas"]["FoundText"] | null;
      match: components["schemas"]["BestMatch"];
      /** The words in the reader’s language. */
      reader: components["schemas"]["FoundText"] | null;
      /** Higher fits better; only within one answer. */
      score: number;
    };
    FoundSpeaker: {
      slug: string;
      name: components["schemas"]["LocalizedText"];
    };
    FoundText: {
      /** Key of the channel. */
      channel: string;
      kind: "captions" | "transcript" | "record";
      /** BCP 47 tag. */
      language: string;
      /** The moment’s words; of a long one the part around the marks. */
      text: string;
      /** What was looked for, in UTF-16 units of the text. */
      marks: {
        from: number;
        to: number;
        /** Not the question’s own words, but what it names called otherwise. */
        named?: true;
      }[];
      /** Where to listen in this channel, on the meeting’s timeline. */
      at: number;
    };
    /** A meeting that was public and is no more, withdrawn or gone for good: a copy has to forget it. */
    GoneMeeting: {
      id: string;
      slug: string;
      state: "withdrawn" | "removed";
      updatedAt: string;
    };
    ImportedVocabulary: {
      schemes: string[];
      concepts: number;
      /** Concepts that the schemes had and that were not among what came: kept, marked as deprecated. */
      withdrawn: number;
      /** How many, by language. */
      labels: {
        [key: string]: number;
      };
      leftOut: {
        what: string;
        count: number;
        example: string;
      }[];
    };
    /** One turn at the floor. */
    Intervention: {
      id: string;
      position: number;
      speaker: {
        slug: string;
        name: components["schemas"]["LocalizedText"];
      };
      capacity: components["schemas"]["LocalizedText"] | null;
      /** BCP 47 tag. */
      language: string;
      /** Milliseconds on the meeting’s timeline. */
      startMs: number;
      endMs: number | null;
      agendaItemId: string | null;
    };
    LagPoint: {
      /** A moment at the floor. */
      floorMs: number;
      /** What is said then is said in the channel so much later. */
      lagMs: number;
      /** How likely that is right to within a second. */
      confidence: number;
      /** What it rests on: the channel carries the floor itself, a pause at a change of speakers, words, or what lies before and after. */
      basis: "floor" | "turn" | "words" | "between";
    };
    /** How far an interpretation channel is behind the floor. */
    LagSummary: {
      /** Key of the channel. */
      channel: string;
      /** Whether words of the floor and of the channel helped; else it rests on pauses alone. */
      withWords: boolean;
      version: number;
      measuredAt: string;
      /** Half of the time the channel is not so far behind; null where it carries the floor all the time. */
      usualMs: number | null;
      leastMs: number | null;
      /** Nine tenths of the time it is between leastMs and mostMs behind. */
      mostMs: number | null;
      /** How likely the lag is right to within a second, on the whole. */
      confidence: number;
    };
    /** One text per language, by BCP 47 tag. */
    LocalizedText: {
      [key: string]: string;
    };
    MediaChannel: {
      key: string;
      gainDb: number;
      levelledDb: number;
      loudnessLufs: number | null;
      truePeakDbtp: number | null;
      sound: string[];
      voice: string[];
      soundBytes: number;
      voiceBytes: number;
      copied: boolean;
      checks: components["schemas"]["ChannelFinding"][];
    };
    MediaRung: {
      id: string;
      width: number;
      height: number;
      bitsPerSecond: number;
      copied: boolean;
      files: string[];
    };
    /** Everything about a meeting. */
    Meeting: {
      id: string;
      /** The meeting’s address. It may change; the old one goes on leading here. */
      slug: string;
      state: components["schemas"]["MeetingState"];
      title: components["schemas"]["LocalizedText"];
      format: string;
      starts: string | null;
      ends: string | null;
      /** IANA name of the time zone in which the meeting is held. */
      timezone: string;
      symbol: string | null;
      durationMs: number | null;
      floorLanguages: string[];
      publishedAt: string | null;
      updatedAt: string;
      version: number;
      description: components["schemas"]["LocalizedText"];
      body: {
        slug: string;
        name: components["schemas"]["LocalizedText"];
        parents: components["schemas"]["BodyLink"][];
      } | null;
      series: {
        slug: string;
        title: components["schemas"]["LocalizedText"];
      } | null;
      categories: {
        path: string;
        name: components["schemas"]["LocalizedText"];
      }[];
      topics: {
        slug: string;
        label: components["schemas"]["LocalizedText"];
      }[];
      documents: components["schemas"]["Document"][];
      agenda: components["schemas"]["AgendaItem"][];
      interventions: components["schemas"]["Intervention"][];
      channels: components["schemas"]["Channel"][];
      rights: components["schemas"]["Rights"] | null;
      media: components["schemas"]["MeetingMedia"] | null;
    };
    MeetingMedia: {
      recordingId: string;
      state: "processing" | "watchable" | "complete" | "failed";
      failure: string | null;
      progress: {
        step: "package" | "stills" | "measure" | "voices" | "picture" | "keep-source";
        percent: number;
        secondsLeft: number | null;
      } | null;
      steps: ({
        step: "package" | "stills" | "measure" | "voices" | "picture" | "keep-source";
        state: "waiting" | "running" | "done" | "failed";
        failure: string | null;
      })[];
      /** The multivariant HLS playlist; null until the recording can be watched. */
      hls: string | null;
      poster: string | null;
      storyboard: string | null;
      hasPicture: boolean;
      /** Sign language or another view beside the picture; null where there is none, or none yet. */
      secondPicture: {
        /** Its HLS media playlist; it runs in step with the meeting. */
        hls: string;
        width: number;
        height: number;
        /** Key of the sign-language channel it shows; null for another view. */
        channel: string | null;
      } | null;
      durationMs: number;
      rungs: components["schemas"]["MediaRung"][];
      channels: components["schemas"]["MediaChannel"][];
      /** Server-sent events about progress and new renditions. */
      events: string;
    };
    MeetingPage: {
      meetings: components["schemas"]["MeetingSummary"][];
      /** Give it as before to get the next page. */
      next: string | null;
    };
    MeetingState: "draft" | "scheduled" | "published" | "withdrawn";
    MeetingSummary: {
      id: string;
      /** The meeting’s address. It may change; the old one goes on leading here. */
      slug: string;
      state: components["schemas"]["MeetingState"];
      title: components["schemas"]["LocalizedText"];
      format: string;
      starts: string | null;
      ends: string | null;
      /** IANA name of the time zone in which the meeting is held. */
      timezone: string;
      symbol: string | null;
      durationMs: number | null;
      floorLanguages: string[];
      publishedAt: string | null;
      updatedAt: string;
      body: components["schemas"]["BodyLink"] | null;
      channels: {
        /** Unique in the meeting and kept over corrections, such as fr. */
        key: string;
        role: components["schemas"]["ChannelRole"];
        /** BCP 47 tag. */
        language: string;
      }[];
    };
    MomentTag: {
      topic: {
        slug: string;
        label: components["schemas"]["LocalizedText"];
      };
      /** Milliseconds on the meeting’s timeline. */
      startMs: number;
      /** Milliseconds on the meeting’s timeline. */
      endMs: number;
      state: "suggested" | "accepted" | "refused";
      /** More is surer; null for what somebody has added. */
      sureness: number | null;
      /** The words that name it, by language. */
      said: {
        [key: string]: string;
      };
      decidedBy: string | null;
      decidedAt: string | null;
    };
    OfficialRecord: {
      turns: ({
        speaker: string;
        chair: boolean;
        capacity: string | null;
        /** The language that was spoken. */
        spoken: string | null;
        /** UTF-16, in the text of the file. */
        from: number;
        /** Milliseconds on the meeting’s timeline. */
        startMs: number;
        confidence: number;
        /** The time may be wrong by more than ten seconds. */
        doubtful: boolean;
      })[];
      /** What happened: votes, the opening, the end. */
      stages: {
        text: string;
        /** UTF-16, in the text of the file. */
        from: number;
        /** UTF-16, in the text of the file. */
        to: number;
        afterTurns: number;
      }[];
      /** What the file holds besides. */
      removed: ({
        why: "front matter" | "running head" | "page number" | "footnote" | "frame";
        text: string;
        line: number;
        endLine: number;
        /** UTF-16, in the text of the file. */
        from: number;
        /** UTF-16, in the text of the file. */
        to: number;
      })[];
      placedBy: "words" | "interventions and pauses" | "length";
    };
    /** RFC 9457, with a code that stays and what to do about it. */
    Problem: {
      type: string;
      title: string;
      status: number;
      detail: string;
      remedy: string;
      code: string;
      [key: string]: unknown;
    };
    /** Paths that caches in front of the server have to forget. */
    PurgeList: {
      prefixes: string[];
      addresses: string[];
    };
    ReadableText: {
      id: string;
      meetingId: string;
      /** `record` is the official record: edited, and translated where another language was spoken. */
      kind: "captions" | "transcript" | "record";
      /** Key of the channel. */
      channel: string;
      /** BCP 47 tag. */
      language: string;
      status: "machine" | "edited" | "final";
      provenance: {
        file: string;
        /** What was mended while the file was read. */
        damage: string[];
        /** What the file says without times. */
        untimed?: ({
          line: number | null;
          text: string;
          speaker: string | null;
        })[];
      } | {
        engine: string;
        model: string;
        /** How many names and terms the model was told to expect. */
        hints: number;
        /** What readers ought to know. */
        notes: string[];
      } | null;
      version: number;
      /** It was made for a recording of the channel that another has taken the place of: words and times may not fit. */
      formerSound: boolean;
      segments: ({
        /** Its number in the text; it stays whatever is corrected. */
        id: number;
        /** Milliseconds on the meeting’s timeline. */
        startMs: number;
        /** Milliseconds on the meeting’s timeline. */
        endMs: number;
        text: string;
        /** Where the words have times of their own. */
        words: ({
          /** Milliseconds on the meeting’s timeline. */
          startMs: number;
          /** Milliseconds on the meeting’s timeline. */
          endMs: number;
          text: string;
          confidence: number | null;
        })[] | null;
        /** As the source names the person. */
        speaker: string | null;
        /** Where it is not that of the text. */
        language: string | null;
        /** What people have set; it stays when a machine’s text comes in anew. */
        edited: ("text" | "times" | "speaker" | "language")[];
        /** How sure an aligner is that this is said at this time; null where nobody says. */
        confidence: number | null;
        /** It stands in the text and is not heard in the channel. */
        unspoken: boolean;
        /** Index in the turns of the record. */
        turn?: number | null;
        paragraph?: number | null;
        doubtful?: boolean | null;
      })[];
      /** Where somebody speaks in the channel and the text has nothing, as an aligner has found it. */
      holes: {
        /** Milliseconds on the meeting’s timeline. */
        startMs: number;
        /** Milliseconds on the meeting’s timeline. */
        endMs: number;
      }[];
      record?: components["schemas"]["OfficialRecord"];
    };
    Recognition: {
      id: string;
      meetingId: string;
      recordingId: string;
      /** Key of the channel. */
      channel: string;
      /** BCP 47 tag. */
      language: string;
      state: "waiting" | "running" | "done" | "failed" | "stopped";
      wantedModel: string | null;
      anyLanguage: boolean;
      engine: string | null;
      model: string | null;
      hints: number;
      /** Everything before it is recognised. */
      positionMs: number;
      /** Milliseconds on the meeting’s timeline. */
      durationMs: number;
      failure: string | null;
    };
    Rights: {
      licence: string | null;
      url: string | null;
      holder: string | null;
      notice: components["schemas"]["LocalizedText"];
    };
    SearchAnswer: {
      /** At least so many, where capped. */
      total: number;
      /** Only so many were looked at, the newest first. */
      capped: boolean;
      /** Some lack words that were asked for. */
      loose: boolean;
      /** A new index is still being filled, so some meetings may be missing. */
      building: boolean;
      moments: components["schemas"]["FoundMoment"][];
      facets: components["schemas"]["SearchFacets"];
      /** The question as it may have been meant. */
      suggestion: string | null;
      /** What the question names, and was looked for in other languages too. */
      concepts: {
        slug: string;
        label: components["schemas"]["LocalizedText"];
      }[];
    };
    /** How many of the moments have each value; a value is what the filter of that name takes. */
    SearchFacets: {
      body: ({
        value: string;
        name: components["schemas"]["LocalizedText"] | null;
        count: number;
      })[];
      series: ({
        value: string;
        name: components["schemas"]["LocalizedText"] | null;
        count: number;
      })[];
      speaker: ({
        value: string;
        name: components["schemas"]["LocalizedText"] | null;
        count: number;
      })[];
      capacity: ({
        value: string;
        name: components["schemas"]["LocalizedText"] | null;
        count: number;
      })[];
      agenda: ({
        value: string;
        name: components["schemas"]["LocalizedText"] | null;
        count: number;
      })[];
      topic: ({
        value: string;
        name: components["schemas"]["LocalizedText"] | null;
        count: number;
      })[];
      spoken: ({
        value: string;
        name: components["schemas"]["LocalizedText"] | null;
        count: number;
      })[];
      channel: ({
        value: string;
        name: components["schemas"]["LocalizedText"] | null;
        count: number;
      })[];
      year: ({
        value: string;
        name: components["schemas"]["LocalizedText"] | null;
        count: number;
      })[];
    };
    /** A sentence or a caption. */
    Segment: {
      /** Its number in the text; it stays whatever is corrected. */
      id: number;
      /** Milliseconds on the meeting’s timeline. */
      startMs: number;
      /** Milliseconds on the meeting’s timeline. */
      endMs: number;
      text: string;
      /** Where the words have times of their own. */
      words: ({
        /** Milliseconds on the meeting’s timeline. */
        startMs: number;
        /** Milliseconds on the meeting’s timeline. */
        endMs: number;
        text: string;
        confidence: number | null;
      })[] | null;
      /** As the source names the person. */
      speaker: string | null;
      /** Where it is not that of the text. */
      language: string | null;
      /** What people have set; it stays when a machine’s text comes in anew. */
      edited: ("text" | "times" | "speaker" | "language")[];
      /** How sure an aligner is that this is said at this time; null where nobody says. */
      confidence: number | null;
      /** It stands in the text and is not heard in the channel. */
      unspoken: boolean;
    };
    TextChange: {
      number: number;
      /** Of the text, once this was done. */
      version: number;
      at: string;
      by: string;
      deed: "create" | "import" | "align" | "correct" | "undo" | "move";
      /** How many it changed. */
      segments: number;
      before: {
        status?: "machine" | "edited" | "final";
        segments: components["schemas"]["Segment"][];
      };
      after: {
        status?: "machine" | "edited" | "final";
        segments: components["schemas"]["Segment"][];
      };
      undoes: number | null;
      undoneBy: number | null;
    };
    TokenInfo: {
      name: string;
      createdAt: string;
      createdBy: string;
    };
    Topic: {
      slug: string;
      label: components["schemas"]["LocalizedText"];
      uri: string | null;
      otherLabels: {
        [key: string]: string[];
      };
      notes: components["schemas"]["LocalizedText"];
      notation: string | null;
      deprecated: boolean;
      replacedBy: components["schemas"]["TopicLink"] | null;
      broader: components["schemas"]["TopicLink"][];
      narrower: components["schemas"]["TopicLink"][];
      related: components["schemas"]["TopicLink"][];
      together: {
        /** Spoken of in the same moments, the most frequent first. */
        topics: {
          slug: string;
          label: components["schemas"]["LocalizedText"];
          moments: number;
          meetings: number;
        }[];
        /** Two of those with each other. */
        pairs: {
          a: string;
          b: string;
          moments: number;
        }[];
      };
    };
    TopicLink: {
      slug: string;
      label: components["schemas"]["LocalizedText"];
    };
    /** A SKOS concept scheme that topics come from. */
    Vocabulary: {
      uri: string;
      titles: components["schemas"]["LocalizedText"];
      /** Whether moments are tagged with its concepts, and queries understood by them. */
      used: boolean;
      concepts: number;
      changedAt: string;
    };
  };
}
