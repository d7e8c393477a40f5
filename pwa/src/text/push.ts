import { push as en } from './en/push'
import { choose } from './index'
import { push as nb } from './nb/push'
import { push as nn } from './nn/push'

export const push = choose({ nb, nn, en })
