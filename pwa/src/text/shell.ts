import { shell as en } from './en/shell'
import { choose } from './index'
import { shell as nb } from './nb/shell'
import { shell as nn } from './nn/shell'

export const shell = choose({ nb, nn, en })
