import type { DeviceText } from '../nb/device'

export const device: DeviceText = {
  waiting: (roles) => `You are ${roles}, but not on this device yet`,
  waitingWhy: 'A PIN alone is not enough to see what is kept about others. Until then you are in as a participant.',
  waitingDo: 'Ask a leader above you, or an administrator, for a QR code, and open it here. If you have a passkey, you can sign in with it.',
  roles: { leader: 'a leader', editor: 'an editor', admin: 'an administrator' },
  and: ' and ',
  passkeys: 'Passkey',
  passkeysWhy: 'Sign in with your fingerprint, face or screen lock instead of employee number and PIN. It is up to you.',
  make: 'Make a passkey on this device',
  making: 'Follow what the screen says',
  made: 'The passkey is made.',
  letBe: 'No passkey was made.',
  failed: 'That did not work. Try again.',
  needsNet: 'This needs a network. Nothing has changed.',
  madeAt: (moment) => `Made ${moment}`,
  usedAt: (moment) => `Last used ${moment}`,
  neverUsed: 'Not used yet',
  remove: 'Remove',
  removeNamed: (moment) => `Remove the passkey made ${moment}`,
  signIn: 'Sign in with a passkey',
  signInRefused: 'This passkey opens nothing here. Use your employee number and PIN.',
}
