/**
 * Guards a stand-in: reading a member it does not have throws an error that names it, so that code
 * which relies on more of Electron than is modelled fails at that place and not three steps later.
 */
export function modelled<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (typeof key === 'symbol' || key in object || PROBED.has(key))
        return Reflect.get(object, key, receiver);
      throw new Error(`${name}.${key} is not modelled by the Electron stand-in`);
    },
  });
}

/** Members that the language and the inspector look for on any object. */
const PROBED = new Set(['then', 'toJSON', 'constructor', '__proto__']);

/** An event that a listener can refuse. */
export function cancelable<T extends object>(
  fields: T,
): T & { defaultPrevented: boolean; preventDefault: () => void } {
  const event = {
    ...fields,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  return event;
}
