import { AppError } from '#platform/errors/index.ts';

/** What can be allowed, as `thing:deed`. A permission that is not in this list doesn't exist. */
export const PERMISSIONS = [
  'meeting:read-unpublished',
  'meeting:edit',
  'meeting:publish',
  'meeting:withdraw',
  'meeting:remove',
  'meeting:export',
  'recording:read',
  'recording:publish',
  'recording:remove',
  'words:edit',
  'topic:review',
  'topic:manage',
  'token:manage',
  'audit:read',
  'system:inspect',
  'system:backup',
  'system:restore',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/** Who may do what. `public` is everybody who reads the pages without signing in. */
const POLICIES = {
  public: [],
  // Corrects texts, of meetings too that aren't public yet; nothing that reads or writes files of the server, or that can't be undone.
  editor: ['meeting:read-unpublished', 'recording:read', 'words:edit', 'topic:review'],
  operator: PERMISSIONS,
} as const satisfies Record<string, readonly Permission[]>;

export type Role = keyof typeof POLICIES;

/** Somebody (or something) that acts; the name is what the audit log shows. */
export interface Actor {
  readonly name: string;
  /** Tells whether this actor may do it; for showing or hiding a choice. */
  can(permission: Permission): boolean;
  /** Throws `forbidden` unless this actor may do it; the first line of each service method. */
  require(permission: Permission): void;
}

/** Makes an actor with the permissions of a role. */
export function actorWithRole(name: string, role: Role): Actor {
  const allowed: ReadonlySet<Permission> = new Set<Permission>(POLICIES[role]);
  return {
    name,
    can: (permission) => allowed.has(permission),
    require(permission) {
      if (!allowed.has(permission)) throw new AppError('forbidden', { actor: name, permission });
    },
  };
}

/** Whoever can run the command line on this machine, or holds its loopback token: may do everything. */
export const localOperator = (): Actor => actorWithRole('local operator', 'operator');

/** Somebody whom the operator has given a token. */
export const tokenActor = (name: string): Actor => actorWithRole(`token ${name}`, 'editor');

/** Everybody: sees what is published, changes nothing. */
export const publicActor = (): Actor => actorWithRole('public', 'public');
