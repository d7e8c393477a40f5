/** What a screen shows while it has nothing yet: being fetched, nothing there, or nothing to be had. */
import type { ComponentChildren } from 'preact'
import type { Loaded } from '../offline/resource'
import { shell } from '../text/shell'
import { when } from '../text/when'
import { Icon, type IconName } from './Icon'
import { Screen } from './Screen'
import type { Tab } from './Tabs'
import { Title } from './Title'

/** Quiet shapes where the content will stand. */
export function Skeleton() {
  return (
    <>
      <p class="sr" role="status">{shell().loading}</p>
      <span class="bone" style={{ height: '64px' }} />
      <span class="bone" style={{ height: '150px' }} />
      <span class="bone" style={{ height: '150px' }} />
    </>
  )
}

type MessageProps = { icon: IconName; title: string; why: string; children?: ComponentChildren }

/** A heading, a reason and a way on. */
export function Message({ icon, title, why, children }: MessageProps) {
  return (
    <section class="card stack">
      <div class="rowx"><span class="tile b"><Icon name={icon} /></span><h2 class="grow">{title}</h2></div>
      <p class="dim">{why}</p>
      {children}
    </section>
  )
}

type FrameProps = { tab: Tab | null; page: string; children: ComponentChildren }

/** A screen with nothing but a title and a state. */
export function Plain({ tab, page, children }: FrameProps) {
  return <Screen tab={tab} header={<header class="head"><Title page={page}>{page}</Title></header>}>{children}</Screen>
}

/** An address that leads nowhere, or nowhere for this person. */
export function Missing() {
  const t = shell()
  return (
    <Plain tab={null} page={t.missing}>
      <Message icon="rute" title={t.missingTitle} why={t.missingWhy}><a class="btn s" href="/">{t.toToday}</a></Message>
    </Plain>
  )
}

type PendingProps<T> = { tab: Tab; page: string; state: Loaded<T>; retry: () => void }

/** The screen of an answer that is not there: loading, offline, or failed. */
export function Pending<T>({ tab, page, state, retry }: PendingProps<T>) {
  const t = shell()
  if (!state.error) return <Plain tab={tab} page={page}><Skeleton /></Plain>
  const offline = state.error.kind === 'network'
  return (
    <Plain tab={tab} page={page}>
      <Message
        icon={offline ? 'utenett' : 'info'}
        title={offline ? t.offlineEmpty : t.failed} why={offline ? t.offlineEmptyWhy : t.failedWhy}
      >
        <button type="button" class="btn s" onClick={retry}>{t.retry}</button>
      </Message>
    </Plain>
  )
}

/** A part of the app whose code did not come. */
export function LoadFailed({ retry }: { retry: () => void }) {
  const t = shell()
  return (
    <Plain tab={null} page={t.failed}>
      <Message icon="utenett" title={t.failed} why={t.failedWhy}>
        <button type="button" class="btn s" onClick={retry}>{t.retry}</button>
      </Message>
    </Plain>
  )
}

/** A line that says how old the figures are; nothing when they are fresh. */
export function AsOf<T>({ state }: { state: Loaded<T> }) {
  if (!state.kept || !state.at) return null
  return (
    <p class="note sm" role="status">
      <Icon name="utenett" small /><span>{shell().asOf(when().moment(state.at, new Date()))}</span>
    </p>
  )
}
