import { folderFromYaml } from './from-yaml.schema.ts';
import type { MeetingFolder } from './folder.domain.ts';
import { meetingYaml } from './meeting.schema.ts';
import { problemSentence, type Problem } from './problems.domain.ts';
import { folderProblems } from './rules.domain.ts';
import { problemsOf, sentence } from './sentences.schema.ts';
import { readYaml } from './yaml-source.ts';

export type ParsedFolder =
  | {
    readonly ok: true;
    readonly folder: MeetingFolder;
    /** A sentence about a place of the file, with its line. */
    readonly say: (problem: Problem) => string;
  }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads the text of a `meeting.yaml`: the meeting, or every problem at once as a sentence with its line. */
export function parseMeetingYaml(text: string): ParsedFolder {
  const yaml = readYaml(text);
  if (!yaml.ok) return { ok: false, problems: yaml.problems.map(({ says, line }) => problemSentence({ path: [], says }, line)) };
  const { source } = yaml;
  const say = (problem: Problem): string => problemSentence(problem, source.line(problem.path));
  const refuse = (problems: readonly Problem[]): ParsedFolder => ({ ok: false, problems: inOrder(problems, source.line).map(say) });

  if (typeof source.value !== 'object' || source.value === null) return refuse([{ path: [], says: 'the file must be a set of keys such as title and recording' }]);
  const checked = meetingYaml.safeParse(source.value, { error: sentence });
  if (!checked.success) return refuse(problemsOf(checked.error.issues));
  const { folder, problems } = folderFromYaml(checked.data);
  const all = [...problems, ...folderProblems(folder)];
  if (all.length > 0) return refuse(all);
  return { ok: true, folder: { ...folder, interventions: folder.interventions.toSorted((a, b) => a.startMs - b.startMs) }, say };
}

const inOrder = (problems: readonly Problem[], line: (path: Problem['path']) => number | undefined): readonly Problem[] =>
  problems.toSorted((a, b) => (line(a.path) ?? 0) - (line(b.path) ?? 0));
