import type { SignInText } from '../nb/sign-in'

export const signIn: SignInText = {
  title: 'Hello! Ready for another trip?',
  again: 'Sign in again',
  organisation: 'Organisation',
  organisationHelp: 'The code your leader gave you',
  employeeNumber: 'Employee number',
  pin: 'PIN, at least 6 digits',
  shared: 'This is a shared device',
  sharedHelp: 'Everything about you is deleted from it when you sign out.',
  submit: 'Sign in',
  working: 'Signing in',
  forgotten: 'Forgotten your PIN? Your leader can make a new one in a moment.',
  language: 'Language',
  missing: { organisation: 'Write the organisation’s code.', employee_number: 'Write your employee number.', pin: 'The PIN has at least 6 digits.' },
  wrong: 'The organisation, employee number and PIN do not go together. Check them and try again.',
  tooMany: (minutes) => (minutes === 1 ? 'Too many attempts. Try again in one minute.' : `Too many attempts. Try again in ${minutes} minutes.`),
  offline: 'You need to be online to sign in. Try again when you are.',
  failed: 'Signing in does not work just now. Try again in a little while.',
  sealed: (count) =>
    count === 1 ? 'One answer is sealed here and will be sent when you are online.' : `${count} answers are sealed here and will be sent when you are online.`,
}
