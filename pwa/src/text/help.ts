import { help as en } from './en/help'
import { choose } from './index'
import { help as nb } from './nb/help'
import { help as nn } from './nn/help'

export const help = choose({ nb, nn, en })
