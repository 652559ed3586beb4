/** Claims of any kind of input judged one after another, and the answers written in any format. */
package org.hearth.batch;
