import { expect, it } from 'vitest';
import { localOperator, PERMISSIONS, publicActor } from './index.ts';

it('lets the local operator do everything, and everybody else nothing', () => {
  for (const permission of PERMISSIONS) {
    expect(localOperator().can(permission)).toBe(true);
    expect(() => localOperator().require(permission)).not.toThrow();
    expect(publicActor().can(permission)).toBe(false);
    expect(() => publicActor().require(permission)).toThrow(expect.objectContaining({ code: 'forbidden', details: { actor: 'public', permission } }));
  }
});
