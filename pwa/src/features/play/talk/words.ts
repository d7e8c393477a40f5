/** The conversation's words in the language of the screens. */
import { choose } from '../../../text'
import { talk as en } from '../../../text/en/talk'
import { talk as nb } from '../../../text/nb/talk'
import { talk as nn } from '../../../text/nn/talk'

export const words = choose({ nb, nn, en })
