import { requirements as en } from './en/requirements'
import { choose } from './index'
import { requirements as nb } from './nb/requirements'
import { requirements as nn } from './nn/requirements'

export const requirements = choose({ nb, nn, en })
