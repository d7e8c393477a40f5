/** A small button that is drawn and named, and the letters things go by. */
import { Icon, type IconName } from '../../../ui/Icon'

export const letterOf = (number: number): string => String.fromCharCode(65 + number)

/** `turned`: the drawing upside down, or the other way. */
type Props = { label: string; icon: IconName; turned?: 'up' | 'back'; off?: boolean; onDo: () => void }

export function Tool({ label, icon, turned, off = false, onDo }: Props) {
  return (
    <button type="button" class={`icon editor-tool ${turned ?? ''}`} aria-label={label} title={label} aria-disabled={off} onClick={() => !off && onDo()}>
      <Icon name={icon} small />
    </button>
  )
}
