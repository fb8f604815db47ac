/** The two Electron channels there are. */
export const REQUEST_CHANNEL = 'zhenjian:request';
export const EVENT_CHANNEL = 'zhenjian:event';
