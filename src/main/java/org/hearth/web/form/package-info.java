/** Forms ({@code multipart/form-data}) read field by field as they arrive, and nothing of them kept. Uses no other package. */
package org.hearth.web.form;
