// Made from the description of the API: npm run docs. Changes by hand are lost.
import type { components } from './components.ts';

/** What can be asked at each address, and what is answered. */
export interface paths {
  "/meetings": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Meetings, newest first. */
    get: {
      parameters: { query?: { body?: string; category?: string; state?: "draft" | "scheduled" | "published" | "withdrawn"; before?: string; limit?: number; q?: string; series?: string; topic?: string; speaker?: string; language?: string; from?: string; to?: string; order?: "newest" | "oldest" | "relevance" | "soonest" }; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["MeetingPage"] } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; post?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/meetings/{slug}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** One meeting with its channels and media. */
    get: {
      parameters: { query?: never; header?: never; path: { slug: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Meeting"] } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    /** Delete a meeting and its media for good. */
    delete: {
      parameters: { query?: never; header?: never; path: { slug: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": {
          id: string;
          slug: string;
          purge: components["schemas"]["PurgeList"];
        } } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; post?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/meetings/{slug}/texts": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** The texts of a meeting’s channels. */
    get: {
      parameters: { query?: never; header?: never; path: { slug: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": {
          texts: components["schemas"]["ChannelText"][];
          captions: components["schemas"]["CaptionTrack"][];
        } } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; post?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/meetings/{slug}/texts/{channel}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** What is said in a channel. */
    get: {
      parameters: { query?: { kind?: "captions" | "transcript" | "record"; language?: string; format?: "json" | "vtt" | "srt" | "ttml" | "txt" | "docx" | "podcast" | "jsonl" }; header?: never; path: { slug: string; channel: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["ReadableText"] } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    /** Correct a text. */
    patch: {
      parameters: { query?: { kind?: "captions" | "transcript" | "record"; language?: string }; header?: { "If-Match"?: string }; path: { slug: string; channel: string }; cookie?: never };
      requestBody: { content: { "application/json": {
        /** Of the text that was read. Segments that others have changed since are not overwritten. */
        version: number;
        corrections?: components["schemas"]["Correction"][];
        status?: "machine" | "edited" | "final";
      } } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": {
          text: components["schemas"]["ChannelText"];
          /** Null where there was nothing to change. */
          change: components["schemas"]["TextChange"] | null;
        } } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; post?: never; delete?: never; options?: never; head?: never; trace?: never;
  };
  "/meetings/{slug}/texts/{channel}/history": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** What was done to a text, the newest first. */
    get: {
      parameters: { query?: { kind?: "captions" | "transcript" | "record"; language?: string; limit?: number; before?: number }; header?: never; path: { slug: string; channel: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": {
          changes: components["schemas"]["TextChange"][];
          /** Give it as before to go on. */
          next: number | null;
        } } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; post?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/meetings/{slug}/texts/{channel}/undo": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Take a change of a text back. */
    post: {
      parameters: { query?: { kind?: "captions" | "transcript" | "record"; language?: string }; header?: { "If-Match"?: string }; path: { slug: string; channel: string }; cookie?: never };
      requestBody: { content: { "application/json": {
        /** Its number in the history; left out: the last one that still holds. */
        change?: number;
      } } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": {
          text: components["schemas"]["ChannelText"];
          /** Null where there was nothing to change. */
          change: components["schemas"]["TextChange"] | null;
        } } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    get?: never; put?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/meetings/{slug}/lag": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** How far each interpretation channel is behind the floor. */
    get: {
      parameters: { query?: never; header?: never; path: { slug: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": {
          channels: components["schemas"]["LagSummary"][];
        } } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; post?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/meetings/{slug}/lag/{channel}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** The lag of a channel over the meeting. */
    get: {
      parameters: { query?: never; header?: never; path: { slug: string; channel: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["ChannelLag"] } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; post?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/topics": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** What is spoken about, the most frequent first. */
    get: {
      parameters: { query?: { q?: string; limit?: number }; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": {
          topics: components["schemas"]["CountedTopic"][];
        } } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; post?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/topics/{slug}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** A topic, its neighbours, and what is spoken of together with it. */
    get: {
      parameters: { query?: never; header?: never; path: { slug: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Topic"] } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; post?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/meetings/{slug}/topics": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** The topics of a meeting’s moments, to be reviewed. */
    get: {
      parameters: { query?: never; header?: never; path: { slug: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": {
          tags: components["schemas"]["MomentTag"][];
        } } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    /** Accept or refuse topics of moments. */
    post: {
      parameters: { query?: never; header?: never; path: { slug: string }; cookie?: never };
      requestBody: { content: { "application/json": {
        decisions: ({
          /** Slug of the topic. */
          topic: string;
          /** The moment, on the meeting’s timeline. */
          startMs: number;
          endMs: number;
          /** accepted, refused, or suggested to take a decision back. A topic that nobody suggested may be accepted too. */
          state: "suggested" | "accepted" | "refused";
        })[];
      } } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": {
          tags: components["schemas"]["MomentTag"][];
        } } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/vocabularies": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Where topics come from. */
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": {
          vocabularies: components["schemas"]["Vocabulary"][];
        } } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    /** Take a vocabulary in. */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: { "application/json": {
        /** Absolute paths on the server, read as one vocabulary: .ttl, .rdf, .jsonld. */
        files: string[];
      } } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["ImportedVocabulary"] } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    /** Let a vocabulary be used, or not. */
    patch: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: { "application/json": {
        /** URI of the scheme. */
        scheme: string;
        /** Whether moments are tagged with its concepts, and queries understood by them. */
        used: boolean;
      } } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": {
          /** URI of the scheme. */
          scheme: string;
          /** Whether moments are tagged with its concepts, and queries understood by them. */
          used: boolean;
        } } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    /** Remove a vocabulary. */
    delete: {
      parameters: { query?: { scheme?: string }; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": {
          removed: number;
          kept: number;
        } } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; options?: never; head?: never; trace?: never;
  };
  "/vocabularies/turtle": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Concepts as SKOS in Turtle. */
    get: {
      parameters: { query?: { scheme?: string }; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "text/turtle": unknown } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; post?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/meetings/{slug}/akn/{language}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** What was said, as an Akoma Ntoso debate. */
    get: {
      parameters: { query?: { kind?: "captions" | "transcript" | "record" }; header?: never; path: { slug: string; language: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/akn+xml": unknown } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; post?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/meetings/{slug}/tei/{language}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** What was said, as TEI. */
    get: {
      parameters: { query?: { kind?: "captions" | "transcript" | "record"; timeline?: "yes" | "no" }; header?: never; path: { slug: string; language: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/tei+xml": unknown } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; post?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/bodies/{body}/tei/{language}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** The meetings of a body as a TEI corpus. */
    get: {
      parameters: { query?: never; header?: never; path: { body: string; language: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/tei+xml": unknown } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; post?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/search": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** The moments at which something was said, in any language. */
    get: {
      parameters: { query?: { q?: string; lang?: string; speaker?: string; capacity?: string; body?: string; series?: string; agenda?: string; topic?: string; with?: string; symbol?: string; meeting?: string; channel?: string; spoken?: string; original?: "only"; from?: string; to?: string; order?: "relevance" | "newest" | "oldest"; offset?: number; limit?: number }; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["SearchAnswer"] } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; post?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/search/suggestions": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** How words and names go on that somebody has begun to type. */
    get: {
      parameters: { query?: { q?: string; lang?: string; limit?: number }; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": {
          suggestions: ({
            text: string;
            kind: "word" | "speaker" | "body" | "series" | "topic";
            slug: string | null;
            language: string | null;
          })[];
        } } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; post?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/meetings/{slug}/clips": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Give a stretch of a meeting a permanent address. */
    post: {
      parameters: { query?: never; header?: never; path: { slug: string }; cookie?: never };
      requestBody: { content: { "application/json": {
        /** Key of the channel that is cited. */
        channel: string;
        startMs: number;
        endMs: number;
        /** Cite the official record in the channel’s language instead of what is said. */
        record: boolean;
      } } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Clip"] } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    get?: never; put?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/clips/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** A clip, where it is today. */
    get: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Clip"] } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; post?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/clips/{id}/file": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Make a file of a clip, or ask how far it is. */
    get: {
      parameters: { query?: { ch?: string; captions?: string[]; burnt?: "0" | "1"; picture?: string; form?: "mp4" | "m4a" }; header?: never; path: { id: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["ClipFileState"] } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; post?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/clips/{id}/captions/{channel}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** The captions of a channel over a clip, from its beginning. */
    get: {
      parameters: { query?: { format?: "vtt" | "srt" }; header?: never; path: { id: string; channel: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "text/vtt": unknown } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; post?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/clips/{id}/text": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** The words of a clip with the reference to them. */
    get: {
      parameters: { query?: { lang?: "ar" | "zh" | "en" | "fr" | "ru" | "es" }; header?: never; path: { id: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "text/plain": unknown } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; post?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/bodies": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** The tree of bodies. */
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": {
          bodies: components["schemas"]["BodyNode"][];
        } } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; post?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/categories": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** The browsing tree. */
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": {
          categories: components["schemas"]["CategoryNode"][];
        } } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; post?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/changes": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Everything, in the order of its last change. */
    get: {
      parameters: { query?: { updated_since?: string; cursor?: string; limit?: number }; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["ChangesPage"] } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; post?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/export.json": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Every meeting as one JSON document. */
    get: {
      parameters: { query?: { updated_since?: string }; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": {
          meetings: components["schemas"]["Meeting"][];
        } } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; post?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/export.jsonl": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Every meeting, one JSON object a line. */
    get: {
      parameters: { query?: { updated_since?: string }; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/jsonl": unknown } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; post?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/archive.jsonl": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Everything with all words, as one stream of JSON lines. */
    get: {
      parameters: { query?: { updated_since?: string; cursor?: string; body?: string; public?: "yes" }; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/jsonl": unknown } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; post?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/export.csv": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** A table of the meetings. */
    get: {
      parameters: { query?: { updated_since?: string }; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "text/csv": unknown } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; post?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/recordings/{id}/events": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** News about a recording, as server-sent events. */
    get: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "text/event-stream": unknown } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; post?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/recordings/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** One recording. */
    get: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": {
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
          meetingId: string;
        } } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; post?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/recordings": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Publish a meeting folder or a media file that lies on the server. */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: { "application/json": {
        path: string;
        replace?: boolean;
        file?: {
          title?: string;
          slug?: string;
          titleLanguage?: string;
          channels?: string[];
          starts?: string;
          timezone?: string;
          body?: string;
          format?: string;
        };
      } } };
      responses: {
        202: { headers: Record<string, unknown>; content: { "application/json": {
          meetingId: string;
          slug: string;
          recordingId: string | null;
          words: components["schemas"]["BroughtIn"][];
        } } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    get?: never; put?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/meetings/{slug}/recognitions": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** How far the recognition of each channel is. */
    get: {
      parameters: { query?: never; header?: never; path: { slug: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": {
          recognitions: components["schemas"]["Recognition"][];
        } } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    /** Have channels recognised by the operator’s own models. */
    post: {
      parameters: { query?: never; header?: never; path: { slug: string }; cookie?: never };
      requestBody: { content: { "application/json": {
        /** Key of a channel; left out, every channel that a model can do. */
        channel?: string;
        /** Name of a model’s folder; left out, the best for the language. */
        model?: string;
        /** Goes on when the text reads as another language than the channel’s. */
        anyLanguage?: boolean;
        /** From the beginning, also when it was done before. */
        again?: boolean;
      } } };
      responses: {
        202: { headers: Record<string, unknown>; content: { "application/json": {
          recognitions: components["schemas"]["Recognition"][];
          /** Channels that are left out. */
          left: {
            channel: string;
            reason: string;
          }[];
        } } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/meetings/{slug}/recognitions/{channel}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Stop the recognition of a channel; what there is so far is kept. */
    delete: {
      parameters: { query?: never; header?: never; path: { slug: string; channel: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Recognition"] } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    get?: never; put?: never; post?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/meetings/{slug}/withdraw": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Take a meeting out of the public view. */
    post: {
      parameters: { query?: never; header?: never; path: { slug: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": {
          id: string;
          slug: string;
          purge: components["schemas"]["PurgeList"];
          state: components["schemas"]["MeetingState"];
          version: number;
        } } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    get?: never; put?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/meetings/{slug}/republish": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Take a withdrawal back. */
    post: {
      parameters: { query?: never; header?: never; path: { slug: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": {
          id: string;
          slug: string;
          state: components["schemas"]["MeetingState"];
          version: number;
        } } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    get?: never; put?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/meetings/{slug}/export": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Write a meeting as a folder on the server. */
    post: {
      parameters: { query?: never; header?: never; path: { slug: string }; cookie?: never };
      requestBody: { content: { "application/json": {
        path: string;
      } } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": {
          folder: string;
          files: number;
        } } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    get?: never; put?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/tokens": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** The tokens that hold. */
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": {
          tokens: components["schemas"]["TokenInfo"][];
        } } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    /** Make a token. */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: { "application/json": {
        /** For whom it is: the history of texts shows it. */
        name: string;
      } } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": {
          name: string;
          createdAt: string;
          createdBy: string;
          token: string;
        } } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/tokens/{name}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** End a token. */
    delete: {
      parameters: { query?: never; header?: never; path: { name: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["TokenInfo"] } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    get?: never; put?: never; post?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/meetings/{slug}/alignments": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Texts that are or were laid along the sound of their channels. */
    get: {
      parameters: { query?: never; header?: never; path: { slug: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": {
          alignments: components["schemas"]["Alignment"][];
        } } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    /** Give a text the times of a channel’s sound. */
    post: {
      parameters: { query?: never; header?: never; path: { slug: string }; cookie?: never };
      requestBody: { content: { "application/json": {
        /** Key of the channel. */
        channel: string;
        /** Name of the file, for people. */
        file: string;
        /** What stands in the file; times in it are not used. */
        text: string;
        kind: "captions" | "transcript";
        /** BCP 47; left out: that of the channel. */
        language?: string;
      } } };
      responses: {
        202: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Alignment"] } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/backup": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Write everything into one file on the server. */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: { "application/json": {
        path: string;
      } } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": {
          file: string;
          bytes: number;
          tables: number;
          rows: number;
          meetings: number;
          files: number;
        } } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    get?: never; put?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/search/reindex": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Put every public meeting into the index of search anew. */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        202: { headers: Record<string, unknown>; content: { "application/json": {
          meetings: number;
        } } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    get?: never; put?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/doctor": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Look for what can keep Openfloor from working. */
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": {
          findings: ({
            what: string;
            state: "ok" | "warning" | "fault";
            detail: string;
          })[];
        } } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; post?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
  "/openapi.json": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** This description (OpenAPI 3.1). */
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": {
          openapi: "3.1.0";
          [key: string]: unknown;
        } } };
        default: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    put?: never; post?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never;
  };
}
