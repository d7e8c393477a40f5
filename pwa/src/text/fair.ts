import { fair as en } from './en/fair'
import { choose } from './index'
import { fair as nb } from './nb/fair'
import { fair as nn } from './nn/fair'

export const fair = choose({ nb, nn, en })
