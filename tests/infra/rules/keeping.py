"""Rules about what is kept: encryption, backups, secrets."""

import json
import re

from tests.infra.templates import Template, resources

Templates = dict[str, Template]
KEEPS = {"Snapshot", "Retain"}


def everything_stored_is_encrypted(templates: Templates) -> None:
    for name, database in resources(templates, "AWS::RDS::DBInstance").items():
        assert (
            database["Properties"].get("StorageEncrypted") is True
            or "SourceDBInstanceIdentifier" in database["Properties"]
        ), name
    for name, store in resources(templates, "AWS::EC2::Volume", "AWS::EFS::FileSystem").items():
        assert store["Properties"]["Encrypted"] is True, name
    for name, machine in resources(templates, "AWS::EC2::LaunchTemplate").items():
        for disk in machine["Properties"]["LaunchTemplateData"]["BlockDeviceMappings"]:
            assert disk["Ebs"]["Encrypted"] is True, name


def the_database_takes_tls_alone(templates: Templates) -> None:
    parameters = templates["data"]["Resources"]["DatabaseParameters"]["Properties"]["Parameters"]
    assert parameters["rds.force_ssl"] == "1"
    assert templates["data"]["Resources"]["TlsSetting"]["Properties"]["Value"] == "require"


def two_colours_fit_the_database(templates: Templates) -> None:
    parameters = templates["data"]["Resources"]["DatabaseParameters"]["Properties"]["Parameters"]
    assert parameters["max_connections"] == {"Ref": "MaxConnections"}
    connections = templates["data"]["Parameters"]["MaxConnections"]
    assert 24 + 10 < connections["MinValue"] <= connections["Default"] <= 80


def data_outlives_its_stack(templates: Templates) -> None:
    for name, store in resources(templates, "AWS::RDS::DBInstance", "AWS::EC2::Volume", "AWS::EFS::FileSystem").items():
        if "SourceDBInstanceIdentifier" in store["Properties"]:
            continue  # a copy
        assert {store["DeletionPolicy"], store["UpdateReplacePolicy"]} <= KEEPS, name


def the_database_can_go_back_seven_days(templates: Templates) -> None:
    database = templates["data"]["Resources"]["Database"]["Properties"]
    days = templates["data"]["Parameters"]["BackupDays"]
    assert database["BackupRetentionPeriod"] == {"Ref": "BackupDays"}
    assert days["Default"] >= 7
    assert days["MinValue"] >= 7
    assert database["DeletionProtection"] == {"Ref": "DeletionProtection"}
    assert templates["data"]["Parameters"]["DeletionProtection"]["Default"] == "true"


def nothing_replaces_the_database_by_itself(templates: Templates) -> None:
    database = templates["data"]["Resources"]["Database"]["Properties"]
    # Each of these, changed later, would make AWS build a new database.
    assert not {"AvailabilityZone", "DBInstanceIdentifier", "DBSnapshotIdentifier", "KmsKeyId"} & database.keys()
    assert database["AutoMinorVersionUpgrade"] is False
    assert re.fullmatch(r"16\.\d+", templates["data"]["Parameters"]["DatabaseVersion"]["Default"])


def no_template_knows_a_secret(templates: Templates) -> None:
    password = templates["data"]["Resources"]["Database"]["Properties"]["MasterUserPassword"]["Fn::Sub"]
    assert password.startswith("{{resolve:ssm-secure:/${Name}/env/DB_PASSWORD:")
    secret = re.compile(r"password|secret|token|key", re.IGNORECASE)
    for name, parsed in templates.items():
        for parameter in parsed["Parameters"]:
            assert not secret.search(parameter) or parameter == "DatabasePasswordVersion", f"{name}: {parameter}"
        assert "resolve:" not in json.dumps(parsed.get("Outputs", {})), name
        for key, setting in resources({name: parsed}, "AWS::SSM::Parameter").items():
            assert not secret.search(setting["Properties"]["Name"]["Fn::Sub"]), key
