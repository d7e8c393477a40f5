import { render } from 'preact'
import { App } from './app'
import * as device from './device'
import * as router from './router'
import { open } from './start'
import './styles/tokens.css'
import './styles/base.css'
import './styles/parts.css'
import './styles/map.css'
import './styles/wide.css'

device.listen()
device.listenForInstall()
router.listen()
void open()

const root = document.getElementById('app')
if (root) render(<App />, root)
