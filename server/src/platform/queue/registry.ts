import type { AnyJob, JobDefinition, JobHandler, Registry } from './queue.ports.ts';

/** Which handler runs which job, complete before anything starts. */
export function createRegistry(): Registry {
  const entries = new Map<string, { readonly job: AnyJob; readonly handler: JobHandler<unknown> }>();
  const doubled = new Set<string>();
  const registry: Registry = {
    handle: <P>(job: JobDefinition<P>, handler: JobHandler<P>) => {
      if (entries.has(job.name)) doubled.add(job.name);
      // The payload is parsed by the job's own schema before the handler sees it, so the types meet.
      entries.set(job.name, { job, handler: handler as JobHandler<unknown> });
      return registry;
    },
    assertComplete: (all) => {
      const known = new Set(all.map(({ name }) => name));
      const problems = [
        ...all.filter(({ name }) => !entries.has(name)).map(({ name }) => `${name} has no handler`),
        ...[...doubled].map((name) => `${name} has two handlers`),
        ...[...entries.keys()].filter((name) => !known.has(name)).map((name) => `${name} is not in the list of jobs`),
        ...(known.size < all.length ? ['the list of jobs names one twice'] : []),
      ];
      if (problems.length > 0) throw new Error(`The jobs and their handlers do not match: ${problems.join('; ')}.`);
    },
    handlerFor: (name) => entries.get(name),
    get jobs() {
      return [...entries.values()].map(({ job }) => job);
    },
  };
  return registry;
}
