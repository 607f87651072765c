export { PERMISSIONS, actorWithRole, localOperator, publicActor, tokenActor } from './access.domain.ts';
export type { Actor, Permission, Role } from './access.domain.ts';
