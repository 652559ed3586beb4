Libraries that are shipped with Hearth, each under one of the licences that its authors name.
Written by `mvn license:add-third-party`, from target/THIRD-PARTY.txt; .ci/checks/supply.sh compares them.

<#list dependencyMap as e>
<#assign project = e.getKey()/>
${project.groupId}:${project.artifactId}:${project.version}  <#list e.getValue() as license>${license}<#sep> or </#sep></#list>
</#list>
