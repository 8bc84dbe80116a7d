'use strict';

/**
 * The rule of the customer service window, for Code nodes and scripts.
 *
 * The nodes themselves are found by n8n through the field `n8n` of package.json.
 */
const { customerServiceWindow } = require('./dist/nodes/shared/domain/customerServiceWindow.js');
const { decideSend } = require('./dist/nodes/shared/domain/decideSend.js');
const { opensWindow } = require('./dist/nodes/shared/domain/opensWindow.js');

module.exports = { customerServiceWindow, decideSend, opensWindow };
