"""A stand-in for AWS: moto's server, and what it forgets."""

from moto.cloudformation.models import CloudFormationBackend, Stack
from moto.cloudformation.responses import CloudFormationResponse
from moto.elbv2.models import FakeTargetGroup
from moto.rds.models import DBParameterGroup
from moto.server import ThreadedMotoServer

execute_change_set = CloudFormationBackend.execute_change_set


def execute_with_exports(self: CloudFormationBackend, change_set_name: str, stack_name: str | None = None) -> None:
    """As in AWS, a stack made by a change set imports what others export, and exports itself."""
    change_set = self.change_sets[change_set_name]
    stack = change_set.stack
    stack.resource_map.cross_stack_resources = self.exports
    execute_change_set(self, change_set_name, stack_name)
    stack.parameters = change_set.parameters
    stack._parse_template()
    stack.output_map = stack._create_output_map()
    self.exports.update({export.name: export for export in stack.exports})


def has_parameters(self: Stack, others: dict[str, object]) -> bool:
    """A value that was left to the template's default is the same as that value said again."""
    return all(str(self.stack_parameters[name]) == str(value) for name, value in others.items())


def started(port: int = 0) -> ThreadedMotoServer:
    """Start it on a free port."""
    CloudFormationBackend.execute_change_set = execute_with_exports
    Stack.has_parameters = has_parameters
    # A change set without a change is made all the same, and has failed.
    CloudFormationResponse._validate_different_update = lambda *_arguments: None
    DBParameterGroup.physical_resource_id = DBParameterGroup.name  # what Ref gives
    FakeTargetGroup.get_cfn_attribute = lambda self, _name: self.arn.rsplit(":", 1)[1]  # TargetGroupFullName
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=port, verbose=False)
    server.start()
    return server
