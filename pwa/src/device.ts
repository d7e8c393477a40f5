/** What is chosen for this device alone. Kept only once it has been chosen. */
import { effect, signal } from '@preact/signals'

export type Theme = 'auto' | 'light' | 'dark'

const SMALLEST = 100
const LARGEST = 200
export const TEXT_SIZES = [100, 125, 150, 175, 200] as const

function kept(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function keep(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

/** A kept theme, or the device's own. */
export function themeOf(value: string | null): Theme {
  return value === 'light' || value === 'dark' ? value : 'auto'
}

/** A kept text size in per cent, within what the layout carries. */
export function textSizeOf(value: string | null): number {
  const size = Number(value ?? SMALLEST)
  return Number.isFinite(size) ? Math.min(LARGEST, Math.max(SMALLEST, size)) : SMALLEST
}

export const theme = signal<Theme>('auto')
export const textSize = signal(SMALLEST)

export function chooseTheme(value: Theme): void {
  theme.value = value
  keep('theme', value === 'auto' ? null : value)
}

export function chooseTextSize(value: number): void {
  textSize.value = textSizeOf(String(value))
  keep('text', value === SMALLEST ? null : String(value))
}

/** Reads the choices and lets the page follow them. */
export function listen(): void {
  theme.value = themeOf(kept('theme'))
  textSize.value = textSizeOf(kept('text'))
  const root = document.documentElement
  effect(() => {
    if (theme.value === 'auto') delete root.dataset.theme
    else root.dataset.theme = theme.value
  })
  effect(() => {
    if (textSize.value === SMALLEST) root.style.removeProperty('--text')
    else root.style.setProperty('--text', String(textSize.value / 100))
  })
}

/** Chrome's offer to install; null where there is none or it has been used. */
export type InstallOffer = Event & { prompt: () => Promise<unknown> }
export const installOffer = signal<InstallOffer | null>(null)

export function listenForInstall(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    installOffer.value = event as InstallOffer
  })
  addEventListener('appinstalled', () => {
    installOffer.value = null
  })
}

/** Whether the app runs from the home screen already. */
export function isInstalled(): boolean {
  return matchMedia('(display-mode: standalone)').matches
}
