import { faults as en } from './en/faults'
import { choose } from './index'
import { faults as nb } from './nb/faults'
import { faults as nn } from './nn/faults'

export const faults = choose({ nb, nn, en })
