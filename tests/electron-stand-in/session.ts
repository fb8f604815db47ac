import { EventEmitter } from 'node:events';
import { modelled } from './modelled.ts';
import { protocolMembers, webRequestMembers } from './network.ts';
import { permissionMembers } from './permissions.ts';

export const protocol = modelled('protocol', protocolMembers);

/** Nothing is ever spell-checked or downloaded here, so its settings have nothing to set. */
const defaultSession = modelled(
  'session',
  Object.assign(new EventEmitter(), {
    protocol,
    webRequest: modelled('webRequest', webRequestMembers),
    ...permissionMembers,
    setDevicePermissionHandler(): void {},
    setSpellCheckerEnabled(): void {},
    setSpellCheckerLanguages(): void {},
    isPersistent: () => true,
  }),
);

export const session = modelled('session', { defaultSession });
