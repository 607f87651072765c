import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { primaryLanguage } from '@openfloor/media';
import type { Actor } from '#access/index.ts';
import type { Db } from '#platform/db/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { Tools } from '#platform/process/index.ts';
import type { Registry } from '#platform/queue/index.ts';
import { startEngine } from './engine/engine-process.ts';
import { engineVersion } from './engine/sherpa.ts';
import { glossaryTerms } from './hints.domain.ts';
import type { Shelf } from './models/model.domain.ts';
import { readShelf } from './models/read-shelf.ts';
import { recogniseChannel, recogniseHandler } from './recognise-channel.job.ts';
import { renewHandler } from './renew-recognition.job.ts';
import { renewRecognition } from './renew-recognition.ts';
import { RecognitionRepo } from './recognition.repo.ts';
import { RecognitionRuns } from './recognition-run.service.ts';
import { Recognitions, type RecognitionsDeps } from './recognitions.service.ts';

type Given = Omit<RecognitionsDeps, 'openStore' | 'shelf' | 'folder' | 'job'> & {
  readonly tools: Tools;
  readonly worker: Actor;
  readonly settings: { /** Undefined = no models. */ readonly models: string | undefined; readonly threads: number };
};

/** Recognition of speech with the operator's own models: its use cases, and its job. */
export function createRecognition({ tools, worker, settings, ...given }: Given): {
  readonly recognitions: Recognitions;
  /** What lies in the folder of models; throws `recognition_unavailable`. */
  readonly shelf: () => Promise<Shelf>;
  /** Registers a handler for each of `ALL_RECOGNITION_JOBS`. */
  readonly handleJobs: (registry: Registry) => void;
} {
  const folder = settings.models ?? '';
  const shelf = async (): Promise<Shelf> => {
    if (settings.models === undefined) throw new AppError('recognition_unavailable', { problem: 'no model is set up (OPENFLOOR_RECOGNITION_MODELS)' });
    return readShelf(settings.models);
  };
  const deps = { ...given, openStore: (db: Db) => new RecognitionRepo(db), shelf, folder, job: recogniseChannel };
  const engine = () => `sherpa-onnx ${engineVersion() ?? ''}`.trim();
  const runs = new RecognitionRuns({ ...deps, engine, glossary: (language) => readGlossary(folder, language) }, worker);
  const recognitions = new Recognitions(deps);
  return {
    recognitions, shelf,
    handleJobs: (registry) => {
      registry.handle(recogniseChannel, recogniseHandler({ runs, tools, startEngine, threads: settings.threads }));
      registry.handle(renewRecognition, renewHandler(recognitions, worker));
    },
  };
}

/** `glossary.txt` for all languages, `glossary-fr.txt` for one. */
async function readGlossary(folder: string, language: string): Promise<readonly string[]> {
  const texts = await Promise.all(['glossary.txt', `glossary-${primaryLanguage(language)}.txt`].map((name) => readFile(join(folder, name), 'utf8').catch(() => '')));
  return texts.flatMap(glossaryTerms);
}

/** Every job of this capability, for the check at start. */
export const ALL_RECOGNITION_JOBS = [recogniseChannel, renewRecognition];

export { engineVersion } from './engine/sherpa.ts';
export { describeModel } from './models/describe.ts';
export type { Model, Shelf } from './models/model.domain.ts';
export { recognitionRoutes } from './recognition.routes.ts';
export { RecognitionRequest } from './recognition.schema.ts';
export type { Recognition } from './recognition.domain.ts';
export type { Asked, Recognitions } from './recognitions.service.ts';
