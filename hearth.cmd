@echo off
rem hearth: checks home health therapy claims before they are sent. Builds itself on first use.
rem After a change of the rules, the tables or the program, build again yourself: mvn package
setlocal
set "jar=%~dp0target\quarkus-app\quarkus-run.jar"
if not exist "%jar%" (
  if not exist "%~dp0pom.xml" (
    echo hearth: the program is missing, and it cannot be built without its sources and Maven 1>&2
    exit /b 70
  )
  echo hearth: first use, building it ^(a minute or two^) 1>&2
  pushd "%~dp0"
  call mvn -B -q -DskipTests package 1>&2
  rem what a build that failed has left may start, and is not whole
  if errorlevel 1 (
    del /q "%jar%" 2>nul
    echo hearth: it could not be built 1>&2
    popd
    exit /b 70
  )
  popd
)
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
set "memory="
if "%~1"=="serve" set "memory=-XX:+ExitOnOutOfMemoryError"
"%java%" -XX:+UseSerialGC %memory% -Djava.util.logging.manager=org.jboss.logmanager.LogManager %HEARTH_JAVA_OPTS% -jar "%jar%" %*
