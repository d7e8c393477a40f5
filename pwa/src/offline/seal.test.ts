import { expect, it } from 'vitest'
import { waitingLetter } from './letters.fixture'
import { seal } from './seal'

const bytes = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))

it('seals so that the holder of the key, and nobody else, can read', async () => {
  const pair = await crypto.subtle.generateKey(
    { name: 'RSA-OAEP', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }, true, ['wrapKey', 'unwrapKey'],
  )
  const spki = await crypto.subtle.exportKey('spki', pair.publicKey)
  const { letter } = waitingLetter('1', 'Ærlig svar')
  const sealed = await seal([letter], { key: btoa(String.fromCharCode(...new Uint8Array(spki))), token: 'once' })
  expect(sealed).toMatchObject({ token: 'once', letters: 1 })
  expect(atob(sealed.sealed)).not.toContain('answers')

  const key = await crypto.subtle.unwrapKey('raw', bytes(sealed.key), pair.privateKey, { name: 'RSA-OAEP' }, 'AES-GCM', false, ['decrypt'])
  const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes(sealed.iv) }, key, bytes(sealed.sealed))
  const body: unknown = JSON.parse(new TextDecoder().decode(opened))
  expect(body).toMatchObject({ letters: [letter] })
})
