import { working as en } from './en/working'
import { choose } from './index'
import { working as nb } from './nb/working'
import { working as nn } from './nn/working'

export const working = choose({ nb, nn, en })
