package org.hearth.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.hearth.tables.EditedTables;
import org.hearth.tables.difference.TablesDiff;
import org.junit.jupiter.api.Test;

class TablesDiffWriterTest {

    @Test
    void differencesAndProblemsAreWrittenInFull() {
        String[] files = {"discipline-requirements.drl.xlsx", "locked-modifiers.drl.xlsx", "codes/visit-codes.xlsx"};
        EditedTables after = new EditedTables(files)
                .set("discipline-requirements.drl.xlsx", "PT", "modifier", "GX")
                .set("discipline-requirements.drl.xlsx", "OT", "row", "OT therapy")
                .remove("locked-modifiers.drl.xlsx")
                .set("codes/visit-codes.xlsx", "G0157", "through", "soon");
        assertThat(TablesDiffWriter.indented(TablesDiff.between(new EditedTables(files).read(), after.read())))
                .isEqualTo(
                        """
                        {
                          "compared": 1,
                          "whole": false,
                          "tables": [
                            {
                              "table": "discipline-requirements",
                              "workbook": "discipline-requirements.drl.xlsx",
                              "kind": "changed",
                              "rows": 3,
                              "differences": [
                                {
                                  "part": "row",
                                  "kind": "changed",
                                  "key": "PT",
                                  "values": [
                                    {
                                      "heading": "modifier",
                                      "before": "GP",
                                      "after": "GX"
                                    }
                                  ]
                                },
                                {
                                  "part": "row",
                                  "kind": "renamed",
                                  "key": "OT",
                                  "renamedTo": "OT therapy",
                                  "values": [ ]
                                }
                              ]
                            },
                            {
                              "table": "locked-modifiers",
                              "workbook": "locked-modifiers.drl.xlsx",
                              "kind": "removed",
                              "rows": 6,
                              "differences": [ ]
                            }
                          ],
                          "problems": {
                            "before": [ ],
                            "after": [
                              {
                                "workbook": "codes/visit-codes.xlsx",
                                "sheet": "Rows",
                                "cell": "L8",
                                "message": "`soon` is not a date",
                                "fix": "write a date such as 2018-05-01"
                              }
                            ]
                          }
                        }
                        """);
    }
}
